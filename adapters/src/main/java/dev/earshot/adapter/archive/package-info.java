/** Checkpoints of the log in any bucket that speaks S3, where nobody who reaches the database can change them. */
package dev.earshot.adapter.archive;
