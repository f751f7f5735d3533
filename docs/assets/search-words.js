// The words of the search, for editors. After a change run: python3 -m pytest -k search
const searchWords = {

  // Words that mean the same in this guide, one group a line, parted by commas. Small letters, no accents, no apostrophes.
  // A reader who types one finds pages with any of them. Endings (needle, needles, needling) and
  // British and American spelling (oedema, edema) need no line.
  same: `
    neuropathy, neuropathies, nerve damage, damaged nerves, nerve trouble, nerve problem, bad nerves, neuropatia, polyneuropathy, neuritis
    acupuncture, acupuntura, needling, needle therapy, needle treatment, agujas
    acupuncturist, practitioner, needle doctor, therapist
    foot, feet, pies, pie, soles, sole
    toe, toes, dedos
    pain, sore, ache, aching, hurting, painful, dolor, throbbing, shooting, stabbing
    hurt, painless, does it hurt, duele, prick, will i feel it
    numb, numbness, dead feet, dead toes, dead legs, no feeling, cant feel, cannot feel, lost feeling, loss of feeling, adormecidos, entumecidos, cotton wool, walking on cotton
    tingling, pins and needles, prickling, prickly, hormigueo, fizzing, buzzing, crawling
    burning, on fire, ardor, quemazon
    medicine, tablet, tablets, pill, pills, drug, drugs, medication, meds, medicamento, pastillas, tabs
    nerve pain medicine, gabapentin, pregabalin, duloxetine, amitriptyline, neurontin, lyrica, cymbalta, nortriptyline
    stop tablets, come off, coming off, wean off, taper, quit taking, stop taking, give up my tablets, stop my gabapentin, stop gabapentin, stop pregabalin, stop lyrica, stop duloxetine, stop medication, stop medicine, stop my medicine, stop my medication, stop meds, stop my meds, reduce dose
    blood thinner, anticoagulant, blood thinning, thin blood, warfarin, coumadin, eliquis, apixaban, xarelto, rivaroxaban, pradaxa, dabigatran, edoxaban, heparin, clopidogrel, plavix, aspirin
    electric implant, pacemaker, defibrillator, icd, heart device, implanted device
    metal plate, new joint, replaced hip, hip replacement, knee replacement, artificial hip, artificial knee, new hip, new knee, screws
    diabetes, diabetic, sugar diabetes, type 1, type 2, azucar
    blood sugar, sugar, glucose, hba1c, a1c
    low sugar, hypo, hypoglycaemia, sugar drops, sugar low, sugar is low, low blood sugar, going low
    chemotherapy, chemo, cipn, taxol, paclitaxel, oxaliplatin, taxane, quimioterapia, cisplatin, vincristine, docetaxel
    cancer, tumour, oncology, oncologist, breast cancer
    weak immunity, immune system, immunosuppressed, immunocompromised, transplant, low immunity, dialysis
    lymphoedema, swollen arm, nodes removed, lymph nodes
    bleeding disorder, haemophilia, low platelets, bleed easily
    wound, ulcer, open sore, cut, graze, llaga, herida
    new change, blister, foot sore, swollen foot, hot foot, red foot, hot swollen foot, sore on my foot
    nails, toenail, toenails, nail clippers, pedicure
    corn, callus, hard skin, verruca
    podiatrist, chiropodist, foot doctor, foot clinic
    doctor, gp, physician, medico
    warm, hot water bottle, heating pad, electric blanket, heat pad, foot warmer, warming
    heat lamp, heat, hot needles
    moxibustion, moxa, moxas
    electroacupuncture, electric needles, electric pulses, electrical acupuncture, estim, e stim
    cupping, gua sha
    spinal cord stimulator, spinal implant, spinal stimulation, scs
    foot booster, circulation booster, revitive, foot massager, circulation machine
    massager, massage, foot spa, vibration plate
    red light, infrared, light therapy, anodyne
    magnet, magnetic insoles, magnetic, copper bracelet
    supplement, vitamin, vitamins, b complex
    alpha lipoic acid, ala, lipoic
    chilli, capsaicin, chili, qutenza, pepper cream, zostrix
    lidocaine, numbing patch, plasters, lidoderm
    cannabis, cbd, marijuana, weed, hemp, thc
    b12, cobalamin, b 12
    alcohol, drinking, beer, wine, booze, alcoholic
    diet, food, eat, eating
    sham, fake needles, fake, pretend needles, dummy
    placebo, all in my head, all in the mind, in my mind
    does it help, work, works, does it work, effective, any good, worth it, evidence
    how does it work, how it works, mechanism
    repair, regrow, regrowth, regenerate, mend, fix, reverse, heal
    false promise, cure, cured, scam, miracle, guarantee, too good to be true, con, fraud, rip off, curar
    cost, price, prices, how much is it, expensive, fee, afford, costs, precio, pay, cheap
    insurance, insurer, aetna, blue cross, private health, coverage, cover, va, veterans
    visit, session, appointment, treatment session, sitting
    how many visits, how many sessions, how many times, how many treatments, how often
    side effect, side effects, harm, risk, danger, dangerous, go wrong, adverse
    safe, safety, seguro, all right to have
    bruise, bruising, black and blue
    faint, pass out, dizzy, lightheaded
    fear of needles, scared of needles, needle phobia, afraid of needles, frightened of needles, hate needles, terrified of needles, nervous about needles
    children, child, kid, teenager, son, daughter
    pregnant, pregnancy, expecting a baby, having a baby, embarazada
    dementia, alzheimers, confused relative, memory loss
    epilepsy, seizure disorder, fits, epileptic
    frail, elderly, old age, too old
    night, nite, bedtime, sleep, insomnia, cant sleep, bed sheets
    depression, depressed, low mood, feeling low, sad, down, hopeless
    fall, balance, unsteady, wobbly, stumble, trip over
    drive, driving, car, dvla, pedals
    carer, caregiver, looking after someone
    poor circulation, blood flow, bad circulation, pad, claudication, peripheral artery
    sciatica, back pain, slipped disc
    trapped nerve, pinched nerve, tarsal tunnel, mortons neuroma, compressed nerve
    hereditary, inherited, genetic, charcot marie tooth, cmt, run in families, runs in my family, run in the family
    idiopathic, unknown cause, no cause, dont know why, no reason
    symptom, sign, what it feels like
    diagnosis, diagnosed, test, tests, nerve conduction, emg
    find an acupuncturist, near me, find a practitioner, register, registered, qualified, licensed
    yourself, myself, diy, at home
    steroid, prednisone, prednisolone, cortisone
    statin, cholesterol tablets, atorvastatin, lipitor
    exercise, exercises, walking, gym, yoga, tai chi
    laser, without needles, no needles
    acupressure, pressing, shiatsu
    wash, bath, shower, bathe
    germs, infection, infected, hiv from needles, hepatitis, dirty needles, sterile
    who made, who wrote, author, who runs, who paid
    privacy, cookies, track, data
    fiber, fibre
    ankle, ankles
    infection sign, pus, weeping`,

  // What sounds like an emergency: first the part of the page that helps, then what readers type.
  // All words of a phrase must be there, in any order; a star stands for any ending. These show the urgent box above all answers.
  urgent: `
    one-side-is-suddenly-weak: stroke, face droop*, face drop*, face fall*, face numb, face weak*, slurr*, mouth droop*, one side weak*, one side numb*, arm weak*, arm numb sudden*, sudden* confus*, lost sight, cant see sudden*, cant speak, cannot speak, worst headache, tia
    you-cannot-breathe-swallow-or-move: chest pain*, chest tight*, chest hurt*, pain* chest, heart attack, cant breathe, cannot breathe, not breathe, hard breathe, short breath*, trouble breathing, breathless, collapsed lung, cough* blood, cant swallow, cannot swallow, cant move, cannot move, unconscious, passed out, collapsed
    medicines-make-someone-hard-to-wake: wont wake, cant wake, cannot wake, hard wake, overdose, too many tablets, too many pills, blue lips
    low-sugar: shaky sweaty, low sugar shak*, sugar dropped, hypo now, having hypo, sugar low shak*, sugar very low, sugar too low
    you-think-of-harming-yourself: suicid*, kill myself, kill me, end my life, end it all, harm myself, hurt myself, want die, dont want live, not want live, better off dead, no point living, self harm
    legs-grow-weak-or-numb-fast: cant walk, cannot walk, unable walk, not walk sudden*, sudden* walk*, legs give way, legs gave way, legs giving way, leg* weak sudden*, leg* weak fast, numb* spread* fast, numb* up legs, numb* climb*, numb* rising, tingling spread* fast, weak* spread*, sudden* weak*, sudden* numb*, weak* fast, getting worse fast, paraly*, guillain, numb* spread* days, numb* fast
    back-bladder-bowel-or-between-the-legs: cant pee, cannot pee, cant pass urine, cannot pass urine, cant wee, lost control bladder, wet myself, numb between legs, numb groin, numb genital*, bowel control, bladder control, incontinen*, cauda equina, saddle numb*, soiled myself, numb bottom
    foot-wound-and-feeling-ill: red* spread*, spread* red*, red streak*, red line*, fever wound, fever foot, fever ulcer, fever sore, fever leg, temperature wound, temperature foot, wound shiver*, sepsis, blood poisoning, gangrene, infect* foot, infect* toe, infect* wound, foot pus, toe pus, foot smell* wound, wound smell*, skin black, foot black, toe black, toes black, black foot, black toe*, toe* turn* black, toe* gone black, skin dying
    cold-pale-or-blue-foot-or-leg: foot blue, toe blue, toes blue, leg blue, feet blue, foot cold sudden*, foot cold blue, foot white, leg cold pale, foot cold pale, foot pale, leg white cold, no pulse foot, foot purple, toe purple, toes purple
    burn-on-a-numb-foot-cool-it-first: burnt foot, burnt feet, burnt toe*, burned foot, burned feet, burned toe*, burnt myself, burned myself, scald*, burnt leg, foot burn moxa, burn blister, moxa burn*
    new-change-on-your-foot: hot swollen foot, red swollen foot, red hot foot, foot red hot, foot swollen hot, charcot, foot hot swollen, sore foot diabetes new, ulcer foot, foot ulcer, blister foot, foot blister, foot bleeding, stepped nail, stood nail, foot swollen red, open sore
    fever-or-illness-on-cancer-treatment: fever chemo*, temperature chemo*, fever cancer, shiver* chemo*, ill chemo*, temperature cancer
    back-or-nerve-signs-if-you-ever-had-cancer: cancer back pain, cancer legs heavy, cancer legs weak, spinal cord compression
    leg-changes: calf swollen, swollen calf, calf sore, calf pain*, calf hurt*, leg swollen, swollen leg, dvt, blood clot, clot leg, one leg swollen
    after-needles-danger-signs: wont stop bleeding, bleeding wont, not stop bleeding, still bleeding, keeps bleeding, bleeding lot, needle broke*, broken needle, needle snapped, needle stuck, needle left, needle infect*, infect* needle*, infect* acupuncture, acupuncture infect*, fever acupuncture, acupuncture fever, flesh eating, swollen needle*, fever needles
    a-fall-or-a-knock-on-the-head: hit head, hit my head, banged head, bang head, head injury, knock* head, fell cant get up, fell cannot get up, fallen cant
    trouble-from-nerve-pain-medicines: stopped gabapentin, stopped pregabalin, stopped duloxetine, stopped amitriptyline, withdrawal, yellow skin, yellow eyes, seeing things, eye pain blurred`,
};
