/** Whom a member can call: search and profile. */
package dev.earshot.query.listener;
