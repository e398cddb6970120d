/** What is for sale: shown by those who answer, sold by those who decide. */
package dev.earshot.platform.catalogue;
