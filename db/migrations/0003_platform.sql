-- Webhooks, notifications and what else every module is offered.
CREATE SCHEMA platform;
