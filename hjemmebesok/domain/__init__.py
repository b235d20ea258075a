"""What a caseworker talks about: people, homes, visits, meetings and the kartlegging form.

Plain Python; it knows no other room, no Qt, no SQL, no clock and no files. Everything here is a frozen value that
cannot be built wrong. The decision that shaped it: a record is a flat set of named fields, so that two colleagues'
edits can be told apart field by field, and the same record is shown, stored and sent without being translated on the
way.

Words that Norwegian law or Husbanken defines keep their Norwegian names:

  betjeningsevne   ability to service a loan             bostøtte      housing allowance
  borettslag       housing cooperative                   egenkapital   own means put into the purchase
  fagmote          professional case meeting             fellesgjeld   a cooperative's joint debt
  fellesmote       group meeting                         forkjopsrett  right of pre-emption
  hjemmel          the legal basis of a rule             kartlegging   needs assessment, the visit form
  leie til eie     from rent to own, the programme       livsopphold   subsistence, what the household lives on
  skjonn           discretion, a human judgement         sosialstonad  financial social assistance
  startlan         start-up loan from the municipality   tilskudd      housing grant
  vedtak           a decision, never made here           veiledning    guidance, which is what this gives
"""
