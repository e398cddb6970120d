/** The log verified from the command line, beside a running platform or without one. */
package dev.earshot.app.audit;
