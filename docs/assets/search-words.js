// Search words, for editors: small letters, no accents or apostrophes. After a change run the tests.
const searchWords = {

  // Words that mean the same, one group a line; endings (needling) and American spelling need none.
  same: `
    neuropathy, nerve damage, damaged nerves, neuropatia
    acupuncture, acupuntura, agujas, jab
    acupuncturist, practitioner
    feet, pies
    pain, sore, ache, dolor
    hurt, painless, prick
    numb, no feeling, cant feel, lost feeling
    tingling, pins and needles, prickling, hormigueo
    feel like, symptom, dead feet, dead legs, cotton wool, electric shocks, pies dormidos, on fire
    medicine, tablet, pill, drug, medication, meds, water tablets, diuretic
    gabapentin, neurontin, pregabalin, lyrica, duloxetine, cymbalta, amitriptyline, side effects of tablets
    stop tablets, stop taking tablets, stop medicine, come off, wean, taper, quit, stop gabapentin, stop pregabalin, stop lyrica, stop duloxetine, stop amitriptyline, stop insulin, stop metformin
    blood thinner, anticoagulant, thin blood, warfarin, eliquis, apixaban, xarelto, rivaroxaban, pradaxa, dabigatran, heparin, clopidogrel, plavix, aspirin
    electric implant, pacemaker, defibrillator, icd
    metal plate, new joint, hip replacement, knee replacement
    insulin pump, sensor, dexcom, libre
    diabetes, diabetic
    sugar, glucose, hba1c, a1c, azucar
    low sugar, hypo, sugar low, sugar drops, low blood sugar
    chemotherapy, chemo, kemo, cipn, taxol, oxaliplatin, taxane
    cancer, tumour
    weak immunity, immune system, immunosuppressed, transplant, dialysis
    bleeding disorder, haemophilia, low platelets
    wound, ulcer, open sore, cut
    nails, toenail
    corn, callus
    podiatrist, chiropodist
    doctor, gp, physician
    heat, hot water bottle, heating pad, electric blanket
    moxibustion, moxa
    electroacupuncture, electric pulses
    spinal cord stimulator, spinal implant
    foot booster, circulation booster, revitive
    vitamin, supplement, magnesium, turmeric
    chilli, capsaicin, chili, qutenza
    cannabis, cbd, marijuana
    alcohol, drinking, beer, wine
    diet, food, eat
    sham, fake, pretend needles
    placebo, mind
    work, effective, worth it
    complain, complaint
    next day, morning after
    needle myself, do it yourself
    exercise, physio, physiotherapy
    study, trial, research
    pain course, mindful, meditation, cbt
    print, handout, pdf, download
    repair, regrow, regenerate, mend, fix, reverse, heal
    false promise, cure, scam, miracle, promised
    cost, price, how much, per session, per visit, expensive, afford
    insurance, insurer, va, cover, aetna, medicaid
    visit, session, appointment
    side effect, harm, risk, danger, go wrong
    fear of needles, scared of needles, afraid of needles, terrified of needles, needle phobia, terrified, injections
    children, child, kid, teenager
    pregnant, having a baby
    dementia, alzheimers
    epilepsy, seizure
    frail, elderly, old age
    night, nite, sleep, cant sleep
    depression, low mood, feel low, sad
    fall, unsteady, afraid of falling
    drive, car
    carer, caregiver, wife looks after, husband looks after
    option, choice, choose
    poor circulation, bad circulation, blood flow
    trapped nerve, pinched nerve
    inherited, hereditary, genetic, family
    idiopathic, unknown cause, no cause, find cause
    one foot, left foot, right foot
    nothing helped, nothing works
    diagnosis, diagnose, test
    find acupuncturist, near me, register, qualified
    steroid, prednisone, prednisolone, cortisone
    statin, cholesterol`,

  // What shows the urgent box: a part of the urgent page, then what readers type.
  // All words of a phrase, in any order; one of those parted by /; * is any ending; cant is also cannot.
  urgent: `
    stroke: stroke, tia, face/mouth/arm/speech droop*/drop*/slur*/weak*, face numb, slur*, sudden* confus*/blind, cant speak, worst headache
    breath: chest pain*/tight*/hurt*, heart attack, cant/trouble/hard/short/difficulty breath*, breathless, collapse*, cough* blood, cant swallow/move, unconscious, passed out
    wake: wont/cant/hard wake, overdose, too many tablets/pills, lips blue
    sugar: shak* sweat*, sugar low/drop* shak*/sweat*/now/very/too, hypo now
    harm: suicid*, kill/end/harm/hurt myself, end my life, dont/not want live, want die, better off dead, self harm
    legs: cant walk, sudden* walk*/weak*/numb*, legs give/gave/giving way, weak*/numb*/tingl* fast/spread*/climb*/rising/up, paraly*, guillain
    back: cant pee/wee/urin*, pass urine, control/lost/losing bladder/bowel*, wet/soiled myself, numb* groin/genital*/bottom/between, incontinen*, cauda
    wound: red* spread*/streak*, fever/temperature/shiver* wound/foot/ulcer/sore/leg, sepsis, blood poisoning, gangrene, infect* foot/feet/toe/toes/wound/leg, pus foot/toe/wound, wound smell*, black toe/toes/foot/feet/skin
    cold: blue/white/pale/purple toe/toes/foot/feet/leg, sudden* cold foot/leg
    burn: burnt/burned foot/feet/toe/toes/leg/myself, scald*, moxa* burn*
    foot: foot/feet/toe/ankle swollen/blister/ulcer/bleeding, red hot foot/ankle, charcot, stepped/stood nail, open sore, calf/leg swollen/sore, calf pain*/hurt*, dvt, clot leg
    fever: fever/temperature/shiver*/ill chemo*/cancer
    cancer: cancer back pain, cancer legs heavy/weak
    danger: stop/wont/still/keeps/lot bleeding, needle* broke*/snapped/stuck/left, infect*/fever/swollen needle*/acupuncture, flesh eating
    fall: hit/bang*/knock* head, head injury, fell/fallen cant
    medicines: stopped gabapentin/pregabalin/duloxetine/amitriptyline, withdrawal, yellow skin/eyes, seeing things`,
};
