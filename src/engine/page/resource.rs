//! One resource's data, which answers replace while its holders keep hold of it.

use crate::held::Held;
use crate::json::Json;
use std::any::Any;
use std::rc::Rc;

/// Whoever shows a resource and wants to know when its data is replaced: the JavaScript object.
pub(crate) trait View: Any {
    /// The data was replaced by this.
    fn changed(&self, data: &Json);
}

/// A resource's data and its view. The engine and all handles on one resource share one of these.
pub(crate) struct Resource {
    data: Held<Json>,
    view: Held<Option<Rc<dyn View>>>,
}

impl Resource {
    pub(crate) fn new(data: Json) -> Rc<Self> {
        Rc::new(Self { data: Held::new(data), view: Held::default() })
    }

    pub(crate) fn blank() -> Rc<Self> {
        Self::new(Json::null())
    }

    /// What becomes a list, and nothing else.
    pub(crate) fn list() -> Rc<Self> {
        Self::new(Json::array(&[]))
    }

    pub(crate) fn data(&self) -> Json {
        self.data.get()
    }

    pub(crate) fn id(&self) -> Option<String> {
        self.data().text("id").filter(|id| !id.is_empty())
    }

    /// Replaces the data. The view calls JavaScript, so it is told last.
    pub(crate) fn set(&self, data: Json) {
        self.data.set(data.clone());
        if let Some(view) = self.view.get() {
            view.changed(&data);
        }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn view(&self) -> Option<Rc<dyn View>> {
        self.view.get()
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn set_view(&self, view: Rc<dyn View>) {
        self.view.set(Some(view));
    }
}

impl std::fmt::Debug for Resource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Resource").field(&self.id()).finish()
    }
}
