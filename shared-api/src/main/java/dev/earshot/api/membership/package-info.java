/** The language of memberships. */
package dev.earshot.api.membership;
