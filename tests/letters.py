"""Notices for the tests of all that stands around the rules: one that is sound, and the same without a part."""

ANNEX = """# Public interest test: drones over the harbour

The force relies on section 31(3) of the Freedom of Information Act 2000 and can neither confirm nor deny
whether it holds any other information.

## Harm

To say whether drones were flown over the harbour would tell smugglers when their boats were watched, and would
be likely to prejudice the prevention of crime, because they would move their landings to nights without flights.

## Factors favouring confirming or denying for section 31

Confirming or denying would show residents how the force spends its money, and would inform the debate on drones.

## Factors against confirming or denying for section 31

Confirming or denying would let offenders map which stretches of the coast are flown over, and future
investigations would lose a tactic that works only while it is not known where it is used.

## Balance

The force has weighed these factors. The public interest in spending does not outweigh the harm to investigations:
in all the circumstances of the case, the public interest in maintaining the exclusion of the duty to confirm or
deny outweighs the public interest in confirming whether the information is held.

No inference can be taken from this refusal that the information you have requested does or does not exist.
"""

BALANCE = ANNEX[ANNEX.index("## Balance") : ANNEX.index("No inference")]
UNBALANCED = ANNEX.replace(BALANCE, "")
"""The annex without its balance: `missing-balance` and nothing else."""
