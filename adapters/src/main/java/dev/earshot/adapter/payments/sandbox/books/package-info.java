/** The network's own books, and the reports it makes of them. */
package dev.earshot.adapter.payments.sandbox.books;
