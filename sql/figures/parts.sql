-- Every shard, or every source ($kind), left out of every group: the sums of the part, and of the rest without it.
-- One row: a part of a group, the $most largest of each; of_parts says how many there are. Sums are over units, m their
-- mentions.
-- Of the part: x are mentions of prompts that no unit of the rest states, because all their units lie in the part.
-- Of the rest, taken from the sums of all by what the part had and what its loss gives: u are mentions of prompts that no
-- other unit of the rest states: units of the whole know them alone, or with units of the part only ("gained").
-- All parts at once: a prompt of n units gains a unit in one part by the loss of all the others, which lie in another part;
-- it shows in the least, the greatest and the sum of the n parts, as a sum of (n − 1)·least + greatest leaves no other way.
with spread_out as (
    select
        grp, unit, mentions, billionths, units,
        case $kind when 'shard' then homes.shard else homes.source end as part,
        case $kind when 'shard' then shard_from else source_from end as least,
        case $kind when 'shard' then shard_to else source_to end as most,
        case $kind when 'shard' then shards else sources end as total
    from (select *, (case $scope when 'alone' then grp else '' end)::group_name as scope from weighed)
    join homes using (scope, unit)
    left join parting using (prompt_id, scope)
),
cell as (
    select
        grp, unit, part, mentions, billionths, units,
        units = 1 or least = most as inside,
        case
            when least = most then null
            when part = most and total = (units - 1) * least + most then least
            when part = least and total = least + (units - 1) * most then most
        end as without
    from spread_out
),
per_unit as materialized (
    select
        grp, unit, part,
        sum(mentions)::hugeint as m,
        coalesce(sum(mentions) filter (units = 1), 0)::hugeint as u,
        coalesce(sum(mentions) filter (inside), 0)::hugeint as x,
        coalesce(sum(mentions * billionths) filter (units = 1), 0)::hugeint as w,
        coalesce(sum(mentions * billionths) filter (inside), 0)::hugeint as xw
    from cell
    group by grp, unit, part
),
-- One row: a unit of the rest that gains by the loss of a part.
gaining as (
    select grp, unit, without as part, sum(mentions)::hugeint as gain, sum(mentions * billionths)::hugeint as gain_w
    from cell
    where without >= 0
    group by grp, unit, without
),
gained as (
    select
        grp, gaining.part, sum(gain) as u, sum(gain_w) as w, sum(m * gain) as mu, sum((2 * u + gain) * gain) as uu
    from gaining join per_unit using (grp, unit)
    group by grp, gaining.part
),
whole as (
    select
        grp, count(*) as units, sum(m) as m, sum(u) as u, sum(w) as w,
        sum(m * m) as mm, sum(m * u) as mu, sum(u * u) as uu
    from per_unit
    group by grp
),
parts as (
    select
        grp, part, count(*) as units, sum(m) as m, sum(u) as u, sum(w) as w, sum(x) as x, sum(xw) as xw,
        sum(m * m) as mm, sum(m * u) as mu, sum(u * u) as uu, sum(m * x) as mx, sum(x * x) as xx
    from per_unit
    where part >= 0
    group by grp, part
)
select
    grp, name,
    count(*) over (partition by grp) as of_parts,
    parts.units, parts.m::double as mentions,
    x::double as x, xw::double / 1e9 as xw, parts.mm::double as mm, mx::double as mx, xx::double as xx,
    whole.units - parts.units as rest_units, (whole.m - parts.m)::double as rest_mentions,
    (whole.u - parts.u + coalesce(gained.u, 0))::double as rest_u,
    (whole.w - parts.w + coalesce(gained.w, 0))::double / 1e9 as rest_w,
    (whole.mm - parts.mm)::double as rest_mm,
    (whole.mu - parts.mu + coalesce(gained.mu, 0))::double as rest_mu,
    (whole.uu - parts.uu + coalesce(gained.uu, 0))::double as rest_uu
from parts
join whole using (grp)
left join gained using (grp, part)
join part_names on kind = $kind and number = part
where whole.units > parts.units
qualify row_number() over (partition by grp order by parts.m desc, name) <= $most
order by grp, mentions desc, name;
