/** What candidates would have come to that run beside the terms in force. */
package dev.earshot.query.shadow;
