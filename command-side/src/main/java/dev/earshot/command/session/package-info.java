/** Signing in, staying signed in, signing out. */
package dev.earshot.command.session;
