/** The launchers: everything in one process, or one side of it. */
package dev.earshot.app;
