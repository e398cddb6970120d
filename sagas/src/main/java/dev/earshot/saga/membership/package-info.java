/** What memberships are owed, and when. */
package dev.earshot.saga.membership;
