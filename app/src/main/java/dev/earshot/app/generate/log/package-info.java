/** How facts that were made in memory get into the log as if they had been appended there one by one. */
package dev.earshot.app.generate.log;
