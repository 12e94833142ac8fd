"""What is measured rather than asserted; run by hand."""
