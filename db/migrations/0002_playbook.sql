-- The plan and what answers for it.
CREATE SCHEMA playbook;
