-- What was left out of the whole run.
-- One row: a filter, and how many sentences it dropped; filter is null for all sentences, dropped or not.
select null as filter, coalesce(sum(sentences), 0)::bigint as sentences from documents
union all
select filter, sum(sentences)::bigint from skipped group by filter
order by filter is not null, sentences desc, filter;
