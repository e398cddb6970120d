/** Money that is asked for by itself when a wallet gets low. */
package dev.earshot.command.autotopup;
