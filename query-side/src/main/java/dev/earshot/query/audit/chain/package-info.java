/** The chain over every event of the log, exactly as it is stored: leaves, links, and the trees over them. */
package dev.earshot.query.audit.chain;
