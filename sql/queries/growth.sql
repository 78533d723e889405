-- Growth curve: what smaller corpora of the same documents would know and miss.
-- One row: a share of the documents, with the missing mass that another document would meet there, and the prompts that would
-- be known, both as means over all ways to choose the documents (of the whole corpus; the chance that none of a prompt's k
-- documents is among n of D is C(D - k, n) / C(D, n), written with lgamma). Counted as in the report; not for samples.
-- $domain = null   the mentions and prompts of this domain
with spread as (
    select
        prompt_id, count(*) as k,
        sum(mentions) filter ($domain is null or domain = $domain)::bigint as mentions
    from counted
    group by prompt_id
),
spectrum as (
    select k, sum(mentions)::double as mentions, count(*) as prompts from spread where mentions > 0 group by k
),
corpus as (select count(distinct doc_no)::double as documents from counted),
steps as (
    select share, documents as d, share * (documents - 1) as others, share * documents as n
    from corpus, (select unnest([1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 3 / 4, 1.0]) as share)
),
chances as (
    select
        share, d, k, mentions, prompts,
        if(
            d - others - k + 1 > 0,
            exp(lgamma(d - others) - lgamma(d - others - k + 1) + lgamma(d - k + 1) - lgamma(d)),
            if(k = 1, 1, 0)
        ) as missed,
        if(
            d - n - k + 1 > 0, exp(lgamma(d - n + 1) - lgamma(d - n - k + 1) + lgamma(d - k + 1) - lgamma(d + 1)), 0
        ) as unknown
    from steps, spectrum
)
select
    share, round(share * any_value(d))::bigint as documents,
    sum(mentions * missed) / sum(mentions) as missing_mass,
    round(sum(prompts * (1 - unknown)), 1) as prompts
from chances
group by share
order by share;
