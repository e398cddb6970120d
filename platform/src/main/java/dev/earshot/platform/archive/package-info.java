/** A place outside the database for what must outlive a change of the database: small files, written once. */
package dev.earshot.platform.archive;
