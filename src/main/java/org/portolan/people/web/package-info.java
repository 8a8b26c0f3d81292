/**
 * Pages about people: their own profile, the desk of those who look after accounts, and what pages
 * of other features show of people.
 */
package org.portolan.people.web;
