-- What was read, before any choice of what counts.
-- One row: a group. duplicates are the documents that the chosen dedup leaves out of it; exact_copies and near_copies those
-- that copy an earlier document of the corpus, in any group: with the same text, or only nearly. foreign_sentences were
-- skipped as another language than English, or none.
with other_language as (select doc_no, sentences as foreign_sentences from skipped where filter = 'language'),
labelled as (
    select
        case $group_by
            when 'domain' then domain_groups.grp
            when 'shard' then shard
            when 'source' then source_groups.grp
            else 'overall'
        end as grp,
        documents.*,
        counted.doc_no is not null as counts,
        stating.doc_no is not null as states,
        coalesce(foreign_sentences, 0) as foreign_sentences
    from documents
    join domain_groups using (domain)
    left join source_groups using (source)
    left join counted using (doc_no)
    left join stating using (doc_no)
    left join other_language using (doc_no)
)
select
    grp,
    count(*) as documents,
    sum(words)::bigint as words,
    count(*) filter (not counts) as duplicates,
    count(*) filter (doc_no <> exact_cluster) as exact_copies,
    count(*) filter (doc_no = exact_cluster and doc_no <> cluster) as near_copies,
    coalesce(sum(words) filter (counts), 0)::bigint as counted_words,
    count(*) filter (counts) as counted_documents,
    count(*) filter (counts and not states) as without_facts,
    sum(sentences)::bigint as sentences,
    sum(foreign_sentences)::bigint as foreign_sentences
from labelled
group by grp
order by grp;
