"""What runs as long as somebody writes: a language server for editors, and a watch on files for people without one."""
