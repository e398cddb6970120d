/** Keys that must never be in the source: from the settings, or made once for a developer's machine. */
package dev.earshot.platform.secrets;
