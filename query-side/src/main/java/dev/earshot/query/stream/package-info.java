/** What happens to an account, told to its clients as it happens, and again to those who were away. */
package dev.earshot.query.stream;
