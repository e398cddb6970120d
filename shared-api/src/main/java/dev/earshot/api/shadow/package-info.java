/** The language of shadow plans: candidates that run beside the terms in force, on every new call, and touch nothing. */
package dev.earshot.api.shadow;
