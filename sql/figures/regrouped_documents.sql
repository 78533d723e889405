-- The documents under the names that domain_map.sql gives their domains. The view stands before the table of the same name,
-- so that every statement of a report reads the new names; factscan is the database, called after its file.
-- One row: a document.
create or replace temp view documents as
select documents.* replace (coalesce(domain_map.name, documents.domain) as domain)
from factscan.main.documents as documents left join domain_map on domain_map.domain = documents.domain;
