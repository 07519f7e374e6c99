// Which functions `cargo xtask build` takes for panics, in ../../../xtask/src/build/js/panics.mjs.

import { expect, test } from 'vitest';
import { isPanic, isThrowing } from '../../../xtask/src/build/js/panics.mjs';

test.for([
  'core[da67677e05e7ca4e]::panicking::panic_fmt',
  'core::panicking::panic_fmt::hda67677e05e7ca4e',
  'core[da67677e05e7ca4e]::panicking::assert_failed::<clerk_wasm[f0882a6e3f993850]::json::Json, &str>',
  'core[da67677e05e7ca4e]::cell::panic_already_borrowed',
  'core[da67677e05e7ca4e]::cell::lazy::panic_poisoned[1]',
  'core[da67677e05e7ca4e]::result::unwrap_failed',
  'core[da67677e05e7ca4e]::slice::index::slice_index_fail',
  'alloc[9aa45c5a3dfb7d8f]::raw_vec::handle_error',
  'alloc[9aa45c5a3dfb7d8f]::raw_vec::capacity_overflow',
  'std[87229014fc90772d]::panicking::panic_handler::{closure#0}',
  '__rustc[b7974e8690430dd9]::rust_begin_unwind',
])('%s panics', name => expect(isPanic(name)).toBe(true));

test.for([
  'clerk_wasm[f0882a6e3f993850]::engine::gateway::handle_error',
  'clerk_wasm[f0882a6e3f993850]::core::panicking::panic_fmt',
  'clerk_wasm::core::panic_now::h0123456789abcdef',
  'clerk_wasm[f0882a6e3f993850]::js::errors::throw_str',
  'clerk_wasm[f0882a6e3f993850]::engine::outage::expect_failed::<core[da67677e05e7ca4e]::panicking::Reason>',
  '<clerk_wasm[f0882a6e3f993850]::engine::core::Core>::handle_error',
  '<clerk_wasm[f0882a6e3f993850]::error::ClerkError as core[da67677e05e7ca4e]::fmt::Debug>::fmt',
  '<core[da67677e05e7ca4e]::result::Result<(), ()> as clerk_wasm[f0882a6e3f993850]::error::Report>::unwrap_failed',
  '<u8 as clerk_wasm[f0882a6e3f993850]::error::Report>::panic',
  'core_of_ours[f0882a6e3f993850]::panicking::panic_fmt',
  'rlsf[fa7e5a819ce0864b]::panic_if_full',
  'clerk_handleUnauthenticated_a62eae245aaebb2c',
  'start_panicking',
  'core[da67677e05e7ca4e]::ptr::drop_in_place::<core[da67677e05e7ca4e]::panic::PanicInfo>',
  'alloc[9aa45c5a3dfb7d8f]::raw_vec::finish_grow',
])('%s is left alone', name => {
  expect(isPanic(name)).toBe(false);
  expect(isThrowing(name)).toBe(false);
});

test('only one function of wasm-bindgen throws', () => {
  expect(isThrowing('wasm_bindgen[23bc6f074b758fce]::throw_str')).toBe(true);
  expect(isThrowing('wasm_bindgen::throw_str::h23bc6f074b758fce')).toBe(true);
  expect(isThrowing('wasm_bindgen[23bc6f074b758fce]::__rt::throw_null')).toBe(false);
  expect(isThrowing('wasm_bindgen[23bc6f074b758fce]::throw_str_later')).toBe(false);
  expect(isThrowing('js_sys[9f15c42a4f095d76]::throw_str')).toBe(false);
});
