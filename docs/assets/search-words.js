// The words of the search, for editors. Small letters, no accents, no apostrophes. Then run the tests: python3 -m pytest -k search
const searchWords = {

  // Words that mean the same here, one group a line. Endings (needle, needling), small words (my, the) and oedema for edema need no line.
  same: `
    neuropathy, nerve damage, damaged nerves, nerve trouble, bad nerves, neuropatia, polyneuropathy
    acupuncture, acupuntura, needle therapy, agujas, jab
    acupuncturist, practitioner, needle doctor
    foott, pies, sole
    toe
    pain, sore, ache, dolor
    hurt, painless, prick
    numb, no feeling, cant feel, lost feeling, loss of feeling
    tingling, pins and needles, prickling, hormigueo, buzzing
    feel like, symptom, dead feet, dead legs, cotton wool, cotton, electric shocks, pies dormidos, on fire
    medicine, tablet, pill, drug, medication, meds, water tablets, water pills, diuretic
    gabapentin, neurontin, pregabalin, lyrica, duloxetine, cymbalta, amitriptyline, nortriptyline, side effects of tablets
    stop tablets, stop taking tablets, stop medicine, come off, wean, taper, quit, stop gabapentin, stop pregabalin, stop lyrica, stop duloxetine, stop amitriptyline, stop insulin, stop metformin, no more tablets
    blood thinner, anticoagulant, thin blood, warfarin, coumadin, eliquis, apixaban, xarelto, rivaroxaban, pradaxa, dabigatran, heparin, clopidogrel, plavix, aspirin
    electric implant, electrical implant, pacemaker, defibrillator, icd
    metal plate, new joint, hip replacement, knee replacement, new hip, new knee
    insulin pump, sensor, dexcom, libre, cgm
    diabetes, diabetic, type 1, type 2
    sugar, glucose, hba1c, a1c, azucar
    low sugar, hypo, sugar low, sugar drops, low blood sugar
    chemotherapy, chemo, cipn, taxol, paclitaxel, oxaliplatin, taxane, cisplatin
    cancer, tumour
    weak immunity, immune system, immunosuppressed, transplant, dialysis
    bleeding disorder, haemophilia, low platelets, bleed easily
    wound, ulcer, open sore, cut
    nails, toenail
    corn, callus, hard skin
    podiatrist, chiropodist, foot specialist
    doctor, gp, physician
    heat, hot water bottle, heating pad, heat lamp, electric blanket, foot warmer
    moxibustion, moxa
    electroacupuncture, electric pulses
    spinal cord stimulator, spinal implant, scs
    foot booster, circulation booster, revitive, circulation machine
    red light, infrared
    magnet
    vitamin, supplement
    alpha lipoic acid, ala
    chilli, capsaicin, chili, qutenza
    lidocaine, numbing patch
    cannabis, cbd, marijuana
    alcohol, drinking, beer, wine
    diet, food, eat
    sham, fake, pretend needles
    placebo, mind
    work, effective, any good, worth it
    repair, regrow, regenerate, mend, fix, reverse, heal
    false promise, cure, scam, miracle, promised, too good, rip off
    cost, price, how much, expensive, fee, afford
    package, up front, prepay
    insurance, insurer, va
    visit, session, appointment
    side effect, harm, risk, danger, go wrong
    safe
    bruise, black and blue
    fear of needles, scared of needles, needle phobia, afraid of needles, frightened of needles, hate needles
    children, child, kid, teenager
    pregnant, having a baby
    dementia, alzheimers
    epilepsy, seizure
    frail, elderly, old age
    night, nite, sleep, insomnia, sheets
    depression, low mood, feel low, sad
    fall, unsteady, afraid of falling
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

  // What sounds like an emergency, and shows the urgent box: how the address of the part of the urgent page begins, then what readers type.
  // All words of a phrase must be there, in any order; / parts words of which one will do; * is any ending; cant is also cannot.
  urgent: `
    one-side: stroke, tia, face/mouth/arm/speech droop*/drop*/slur*/weak*, face numb, slur*, sudden* confus*/blind, cant speak, worst headache
    you-cannot: chest pain*/tight*/hurt*, heart attack, cant/trouble/hard/short/difficulty breath*, breathless, collapse*, cough* blood, cant swallow/move, unconscious, passed out
    medicines: wont/cant/hard wake, overdose, too many tablets/pills, lips blue
    low-sugar: shak* sweat*, sugar low/drop* shak*/sweat*/now/very/too, hypo now
    you-think: suicid*, kill/end/harm/hurt myself, end my life, dont/not want live, want die, better off dead, self harm
    legs: cant walk, sudden* walk*/weak*/numb*, legs give/gave/giving way, weak*/numb*/tingl* fast/spread*/climb*/rising/up, paraly*, guillain
    back-bladder: cant pee/wee/urin*, pass urine, control/lost/losing bladder/bowel*, wet/soiled myself, numb* groin/genital*/bottom/between, incontinen*, cauda
    foot-wound: red* spread*/streak*, fever/temperature/shiver* wound/foot/ulcer/sore/leg, sepsis, blood poisoning, gangrene, infect* foot/feet/toe/toes/wound/leg, pus foot/toe/wound, wound smell*, black toe/toes/foot/feet/skin
    cold: blue/white/pale/purple toe/toes/foot/feet/leg, sudden* cold foot/leg
    burn: burnt/burned foot/feet/toe/toes/leg/myself, scald*, moxa* burn*
    new-change: foot/feet/toe/ankle swollen/blister/ulcer/bleeding, red hot foot/ankle, charcot, stepped/stood nail, open sore
    fever: fever/temperature/shiver*/ill chemo*/cancer
    back-or: cancer back pain, cancer legs heavy/weak
    leg-changes: calf/leg swollen/sore, calf pain*/hurt*, dvt, clot leg
    after-needles-danger: stop/wont/still/keeps/lot bleeding, needle* broke*/snapped/stuck/left, infect*/fever/swollen needle*/acupuncture, flesh eating
    a-fall: hit/bang*/knock* head, head injury, fell/fallen cant
    trouble: stopped gabapentin/pregabalin/duloxetine/amitriptyline, withdrawal, yellow skin/eyes, seeing things`,
};
