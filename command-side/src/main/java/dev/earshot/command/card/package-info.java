/** Cards: those a member has saved, and what each call authorizes and captures on one. */
package dev.earshot.command.card;
