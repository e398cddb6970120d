/** What people wrote, as far as it can still be read, and all that is held on one of them. */
package dev.earshot.query.person;
