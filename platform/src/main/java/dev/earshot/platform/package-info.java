/** What every process needs exactly once. */
package dev.earshot.platform;
