-- What a group loses and gains when one in $parts of its units is left out, the rest of the corpus staying
-- (factscan.stats.group_jackknife). A unit's part is a hash of its number, the same on every machine.
-- One row: a group and a part of its units, with their mentions m, u those of prompts found in no other unit, w the same less
-- the lucky guesses; gained and weighted_gained are the mentions in other parts of prompts that are found in one unit only
-- once the part is left out. For that all units of the prompt lie in the group, and all but one in the part: then the parts add up
-- to that of the one plus as often that of the others, and no other parts between the lowest and the highest do. So one
-- row a prompt is enough, for any number of units; of the lone one the mentions ride along in the lower 40 bits.
with placed as (
    select
        grp, prompt_id, mentions, units, billionths,
        (unit * 2654435761) % 4294967296 * $parts // 4294967296 as part
    from weighed
),
held as (
    select
        grp, part,
        sum(mentions)::hugeint as m,
        coalesce(sum(mentions) filter (units = 1), 0)::hugeint as u,
        coalesce(sum(mentions * billionths) filter (units = 1), 0)::hugeint as w
    from placed
    group by grp, part
),
shared as (
    select
        grp, units - 1 as others, any_value(billionths) as billionths,
        min((part << 40) + mentions) as lowest, max((part << 40) + mentions) as highest, sum(part)::bigint as parts
    from placed
    where units > 1
    group by grp, prompt_id, units
    having count(*) = units and min(part) < max(part)
),
ends as (
    select
        grp, others, billionths, parts,
        lowest >> 40 as low, highest >> 40 as high,
        lowest & 1099511627775 as in_low, highest & 1099511627775 as in_high
    from shared
),
left_alone as (
    select grp, high as part, in_low as mentions, billionths from ends where parts = low + others * high
    union all
    select grp, low, in_high, billionths from ends where parts = high + others * low
),
gains as (
    select grp, part, sum(mentions)::hugeint as gained, sum(mentions * billionths)::hugeint as weighted_gained
    from left_alone
    group by grp, part
)
select
    grp, part::bigint as part,
    m::double as m, u::double as u, w::double / 1e9 as w,
    coalesce(gained, 0)::double as gained, coalesce(weighted_gained, 0)::double / 1e9 as weighted_gained
from held left join gains using (grp, part)
order by grp, part;
