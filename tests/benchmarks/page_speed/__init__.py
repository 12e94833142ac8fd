"""How quick the pages are beside a bare Streamlit app, in a real browser."""
