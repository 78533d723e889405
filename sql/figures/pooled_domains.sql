-- One row: a domain that is reported with others as one group.
select domain, documents, mentions from domain_groups where pooled order by mentions desc, domain;
