/** What a member has: pockets, holds, entries and top-ups. */
package dev.earshot.query.wallet;
