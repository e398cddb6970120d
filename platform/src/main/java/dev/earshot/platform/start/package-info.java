/** What is told when Earshot starts, or cannot. */
package dev.earshot.platform.start;
