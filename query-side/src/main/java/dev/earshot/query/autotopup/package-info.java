/** What a member sees of the top-ups that happen by themselves. */
package dev.earshot.query.autotopup;
