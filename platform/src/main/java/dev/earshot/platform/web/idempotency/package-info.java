/** Answers a repeated request from memory instead of doing it again. */
package dev.earshot.platform.web.idempotency;
