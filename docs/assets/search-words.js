// The words of the search, for editors. Small letters, no accents, no apostrophes. Then run the tests: python3 -m pytest -k search
const searchWords = {

  // Words that mean the same in this guide: one group a line, parted by commas. Who types one finds pages with any of them.
  // Endings (needle, needling), small words (my, the, is) and spelling (oedema, edema) need no line.
  same: `
    neuropathy, nerve damage, damaged nerves, nerve trouble, bad nerves, neuropatia, polyneuropathy
    acupuncture, acupuntura, needle therapy, agujas, jab
    acupuncturist, practitioner, needle doctor
    foot, feet, pies, sole
    toe, dedos
    pain, sore, ache, dolor, throbbing, stabbing
    hurt, painless, duele, prick
    numb, no feeling, cant feel, lost feeling, loss of feeling
    tingling, pins and needles, prickling, hormigueo, buzzing
    feel like, symptom, dead feet, dead legs, cotton wool, cotton, electric shocks, pies dormidos, on fire, ardor
    medicine, tablet, pill, drug, medication, meds, pastillas, water tablets, water pills, diuretic
    gabapentin, neurontin, pregabalin, lyrica, duloxetine, cymbalta, amitriptyline, nortriptyline, side effects of tablets
    stop tablets, stop taking tablets, stop medicine, come off, wean, taper, quit, stop gabapentin, stop pregabalin, stop lyrica, stop duloxetine, stop amitriptyline, stop insulin, stop metformin, no more tablets
    blood thinner, anticoagulant, thin blood, warfarin, coumadin, eliquis, apixaban, xarelto, rivaroxaban, pradaxa, dabigatran, edoxaban, heparin, clopidogrel, plavix, aspirin
    electric implant, electrical implant, pacemaker, defibrillator, icd
    metal plate, new joint, replaced hip, hip replacement, knee replacement, artificial hip, artificial knee, new hip, new knee
    insulin pump, sensor, dexcom, libre, cgm
    diabetes, diabetic, type 1, type 2
    sugar, glucose, hba1c, a1c, azucar
    low sugar, hypo, sugar low, sugar drops, low blood sugar
    chemotherapy, chemo, cipn, taxol, paclitaxel, oxaliplatin, taxane, quimioterapia, cisplatin, vincristine
    cancer, tumour, oncology
    weak immunity, immune system, immunosuppressed, transplant, dialysis
    bleeding disorder, haemophilia, low platelets, bleed easily
    wound, ulcer, open sore, cut, llaga, herida
    nails, toenail, pedicure
    corn, callus, hard skin, verruca
    podiatrist, chiropodist, foot specialist
    doctor, gp, physician, medico
    heat, hot water bottle, heating pad, heat lamp, electric blanket, foot warmer
    moxibustion, moxa
    electroacupuncture, electric pulses, electric needles, estim
    spinal cord stimulator, spinal implant, scs
    foot booster, circulation booster, revitive, circulation machine
    red light, infrared
    magnet, copper bracelet
    vitamin, supplement
    alpha lipoic acid, ala
    chilli, capsaicin, chili, qutenza
    lidocaine, numbing patch
    cannabis, cbd, marijuana, thc
    alcohol, drinking, beer, wine
    diet, food, eat
    sham, fake, pretend needles
    placebo, in the mind
    work, effective, any good, worth it
    repair, regrow, regenerate, mend, fix, reverse, heal
    false promise, cure, scam, miracle, promised, too good, rip off, curar
    cost, price, how much, expensive, fee, afford, precio
    package, up front, prepay
    insurance, insurer, aetna, va
    visit, session, appointment
    side effect, harm, risk, danger, go wrong
    safe, seguro
    bruise, black and blue
    fear of needles, scared of needles, needle phobia, afraid of needles, frightened of needles, hate needles
    children, child, kid, teenager
    pregnant, embarazada, having a baby
    dementia, alzheimers
    epilepsy, seizure, epileptic
    frail, elderly, old age
    night, nite, sleep, insomnia, sheets
    depression, low mood, feel low, sad
    fall, unsteady, wobbly, afraid of falling
    drive, car
    carer, caregiver, looks after, looking after, wife, husband
    poor circulation, bad circulation, blood flow
    trapped nerve, pinched nerve
    inherited, hereditary, genetic, family
    idiopathic, unknown cause, no cause, cant find cause
    one foot, left foot, right foot
    nothing helped, nothing works, nothing helps, tried everything
    see a change, notice a difference, how soon
    diagnosis, diagnose, test
    find acupuncturist, near me, register, qualified
    yourself, myself, diy
    steroid, prednisone, prednisolone, cortisone
    statin, cholesterol tablets
    large print, big print, bigger letters, font
    sources, facts, references
    fiber, fibre`,

  // What sounds like an emergency: the part of the urgent page that helps, then what readers type. It shows the urgent box above all answers.
  // All words of a phrase must be there, in any order; / parts words of which one will do; * is any ending; "cant" is also cannot and unable to.
  urgent: `
    one-side-is-suddenly-weak: stroke, tia, face/mouth/arm/speech droop*/drop*/slur*/weak*, face numb, slur*, sudden* confus*/blind, cant speak, worst headache
    you-cannot-breathe-swallow-or-move: chest pain*/tight*/hurt*, heart attack, cant/trouble/hard/short/difficulty breath*, breathless, collapse*, cough* blood, cant swallow/move, unconscious, passed out
    medicines-make-someone-hard-to-wake: wont/cant/hard wake, overdose, too many tablets/pills, lips blue
    low-sugar: shak* sweat*, sugar low/drop* shak*/sweat*/now/very/too, hypo now
    you-think-of-harming-yourself: suicid*, kill/end/harm/hurt myself, end my life, dont/not want live, want die, better off dead, self harm
    legs-grow-weak-or-numb-fast: cant walk, sudden* walk*/weak*/numb*, legs give/gave/giving way, weak*/numb*/tingl* fast/spread*/climb*/rising/up, paraly*, guillain
    back-bladder-bowel-or-between-the-legs: cant pee/wee/urin*, pass urine, control/lost/losing bladder/bowel*, wet/soiled myself, numb* groin/genital*/bottom/between, incontinen*, cauda
    foot-wound-and-feeling-ill: red* spread*/streak*, fever/temperature/shiver* wound/foot/ulcer/sore/leg, sepsis, blood poisoning, gangrene, infect* foot/feet/toe/toes/wound/leg, pus foot/toe/wound, wound smell*, black toe/toes/foot/feet/skin
    cold-pale-or-blue-foot-or-leg: blue/white/pale/purple toe/toes/foot/feet/leg, sudden* cold foot/leg
    burn-on-a-numb-foot-cool-it-first: burnt/burned foot/feet/toe/toes/leg/myself, scald*, moxa* burn*
    new-change-on-your-foot: foot/feet/toe/ankle swollen/blister/ulcer/bleeding, red hot foot/ankle, charcot, stepped/stood nail, open sore
    fever-or-illness-on-cancer-treatment: fever/temperature/shiver*/ill chemo*/cancer
    back-or-nerve-signs-if-you-ever-had-cancer: cancer back pain, cancer legs heavy/weak
    leg-changes: calf/leg swollen/sore, calf pain*/hurt*, dvt, clot leg
    after-needles-danger-signs: stop/wont/still/keeps/lot bleeding, needle* broke*/snapped/stuck/left, infect*/fever/swollen needle*/acupuncture, flesh eating
    a-fall-or-a-knock-on-the-head: hit/bang*/knock* head, head injury, fell/fallen cant
    trouble-from-nerve-pain-medicines: stopped gabapentin/pregabalin/duloxetine/amitriptyline, withdrawal, yellow skin/eyes, seeing things`,
};
