/** Listeners' profiles: what the market may search by, and the rate. */
package dev.earshot.command.listener;
