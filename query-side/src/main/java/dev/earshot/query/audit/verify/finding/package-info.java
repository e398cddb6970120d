/** What a verification says: what is wrong and where, the verdict, or that there is none. */
package dev.earshot.query.audit.verify.finding;
