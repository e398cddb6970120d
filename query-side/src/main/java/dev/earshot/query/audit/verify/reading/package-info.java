/** The log and its stored chain as they are now, read event by event. */
package dev.earshot.query.audit.verify.reading;
