/** One story, one id: what began it is found in every log line, message and span that follows from it. */
package dev.earshot.platform.trace;
