/** Which candidates run beside the terms in force. */
package dev.earshot.command.shadow;
