//! A headless Clerk client.
